/* exif.c - orientation out of EXIF's TIFF directory (Exif 2.32, 4.6.2 and 4.6.4).  Layer: figure.
 */
#include "figure/exif.h"

#include <stdbool.h>
#include <string.h>

#define TAG_ORIENTATION 0x0112
#define TYPE_SHORT 3
#define ENTRY_SIZE 12

typedef struct tiff_data {
  const uint8_t *bytes;
  size_t length;
  bool big_endian;
} tiff_data;

/* A number of 2 or 4 bytes; 0 outside of the data. */
static uint32_t get_number(const tiff_data *tiff, size_t offset, size_t size) {
  if (offset > tiff->length || tiff->length - offset < size)
    return 0;
  uint32_t value = 0;
  for (size_t i = 0; i < size; i++) {
    size_t at = tiff->big_endian ? i : size - 1 - i;
    value = value << 8 | tiff->bytes[offset + at];
  }
  return value;
}

int pc_exif_orientation(const uint8_t *bytes, size_t length) {
  if (length < 8 || (memcmp(bytes, "II*\0", 4) != 0 && memcmp(bytes, "MM\0*", 4) != 0))
    return 1;
  tiff_data tiff = {bytes, length, bytes[0] == 'M'};
  size_t directory = get_number(&tiff, 4, 4);
  size_t count = get_number(&tiff, directory, 2);
  for (size_t i = 0; i < count; i++) {
    size_t entry = directory + 2 + i * ENTRY_SIZE;
    if (get_number(&tiff, entry, 2) != TAG_ORIENTATION ||
        get_number(&tiff, entry + 2, 2) != TYPE_SHORT)
      continue;
    uint32_t value = get_number(&tiff, entry + 8, 2);
    return value >= 1 && value <= 8 ? (int)value : 1;
  }
  return 1;
}
