/* yaml.h - YAML text to nodes, within the limits of SPEC section 13.  Layer: spec. */
#ifndef PC_SPEC_YAML_H
#define PC_SPEC_YAML_H

#include "spec/node.h"

#define PC_YAML_MAX_BYTES (4 * 1024 * 1024)
#define PC_YAML_MAX_DEPTH 64
#define PC_YAML_MAX_NODES 100000

/* Reads one document.  name is what messages call the file.  NULL when the text is no YAML at all,
 * empty, two documents, not UTF-8, or past a limit (each reported: syntax, limit); a duplicate key
 * is reported and the tree returned, so that other mistakes are found in the same run.  BOM and
 * CRLF are accepted; control characters other than tab and newline are errors with their place. */
const pc_node *pc_yaml_parse(pc_spec *spec, const char *name, const char *text, size_t length,
                             pc_diags *diags);

/* Reads one value that stands inside another text, such as the right side of --set.  origin is the
 * place of its first character.  An empty text is a null. */
const pc_node *pc_yaml_parse_value(pc_spec *spec, pc_place origin, const char *text,
                                   pc_diags *diags);

#endif
