/* httpd.h - libmicrohttpd's functions, in a library that `serve` opens.  Layer: cli.
 *
 * Linking it would load its cryptography into every start.
 */
#ifndef PC_CLI_HTTPD_H
#define PC_CLI_HTTPD_H

#include <microhttpd.h>
#include <stdbool.h>

/* All that posterc asks of it. */
/* clang-format off */
#define PC_HTTPD_SYMBOLS(X)                                                                        \
  X(MHD_start_daemon) X(MHD_stop_daemon) X(MHD_run) X(MHD_get_daemon_info) X(MHD_get_timeout)      \
  X(MHD_create_response_from_buffer) X(MHD_add_response_header) X(MHD_queue_response)              \
  X(MHD_destroy_response) X(MHD_lookup_connection_value)
/* clang-format on */

#define PC_HTTPD_POINTER(name) __typeof__(name) *name;

typedef struct pc_httpd {
  PC_HTTPD_SYMBOLS(PC_HTTPD_POINTER)
} pc_httpd;

/* Filled by pc_httpd_open. */
extern pc_httpd pc_mhd;

/* false: it is not installed. */
bool pc_httpd_open(void);

#endif
