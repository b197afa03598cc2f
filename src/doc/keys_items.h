/* keys_items.h - the records that lists which are drawn, and QR codes, are read into.  Layer: doc.
 */
#ifndef PC_DOC_KEYS_ITEMS_H
#define PC_DOC_KEYS_ITEMS_H

#include "doc/keys.h"

/* steps, cycle, rings: each has the keys that concern it */
typedef struct pc_items_keys {
  const pc_node *items;
  pc_steps_direction direction;
  pc_rings_form form;
  pc_string center;
  pc_frame_keys frame;
} pc_items_keys;

typedef struct pc_qr_size_keys {
  pc_length length;
  const pc_node *node; /* NULL: not written */
} pc_qr_size_keys;

typedef struct pc_qr_keys {
  pc_string url;
  pc_qr_size_keys size;
  bool show_url;
  pc_frame_keys frame;
} pc_qr_keys;

extern const pc_schema pc_steps_schema;
extern const pc_schema pc_cycle_schema;
extern const pc_schema pc_rings_schema;
extern const pc_schema pc_qr_schema;

extern const char *const pc_direction_words[];
extern const char *const pc_rings_words[];

#endif
