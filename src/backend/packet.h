/* packet.h - what a PDF says of itself in XMP (ISO 16684-1), read.  Layer: backend. */
#ifndef PC_BACKEND_PACKET_H
#define PC_BACKEND_PACKET_H

#include <glib.h>
#include <stdbool.h>

typedef enum pc_packet_fact {
  PC_PACKET_TITLE,
  PC_PACKET_TRAPPED,
  PC_PACKET_X_VERSION,
  PC_PACKET_UA_PART,
  PC_PACKET_DOCUMENT_ID,
  PC_PACKET_VERSION_ID,
  PC_PACKET_RENDITION,
  PC_PACKET_CREATED,
  PC_PACKET_MODIFIED,
  PC_PACKET_DATED,
  PC_N_PACKET_FACTS,
} pc_packet_fact;

/* Facts that are not there are NULL. */
typedef struct pc_packet {
  bool is_there, is_sound;
  char *facts[PC_N_PACKET_FACTS];
} pc_packet;

/* Into an empty packet; is_sound: it is XML of UTF-8. */
void pc_packet_parse(pc_packet *packet, const char *xml, size_t length);
void pc_packet_clear(pc_packet *packet);

#endif
