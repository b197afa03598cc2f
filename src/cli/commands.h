/* commands.h - what each command does, one file each.  Layer: cli. */
#ifndef PC_CLI_COMMANDS_H
#define PC_CLI_COMMANDS_H

#include "cli/args.h"

pc_exit pc_run_render(const pc_args *args);
pc_exit pc_run_watch(const pc_args *args);
pc_exit pc_run_serve(const pc_args *args);
pc_exit pc_run_check(const pc_args *args);
pc_exit pc_run_diff(const pc_args *args);
pc_exit pc_run_dump(const pc_args *args);
pc_exit pc_run_compose(const pc_args *args);
pc_exit pc_run_init(const pc_args *args);
pc_exit pc_run_fix(const pc_args *args);
pc_exit pc_run_complete(const pc_args *args);
pc_exit pc_run_explain(const pc_args *args);
pc_exit pc_run_layouts(const pc_args *args);
pc_exit pc_run_themes(const pc_args *args);
pc_exit pc_run_fonts(const pc_args *args);
pc_exit pc_run_schema(const pc_args *args);
pc_exit pc_run_help(const pc_args *args);

#endif
