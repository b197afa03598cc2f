/* cut_jpeg.c - a part of a JPEG: its blocks are copied, nothing is decoded.  Layer: figure. */
#include "figure/cutters.h"

#include <stdio.h> /* jpeglib.h uses FILE without it */
#include <jpeglib.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/* The coefficients of all of the picture are held (bytes). */
#define MAX_MEMORY (512L * 1024 * 1024)

typedef struct jpeg_cutter {
  struct jpeg_decompress_struct in;
  struct jpeg_compress_struct out;
  struct jpeg_error_mgr errors;
  jmp_buf escape;
  GBytes *file;
  pc_pixels *part;
  JBLOCK *row; /* blocks on their way */
  unsigned char *data;
  unsigned long length;
} jpeg_cutter;

G_NORETURN static void escape_error(j_common_ptr common) {
  jpeg_cutter *cutter = common->client_data;
  longjmp(cutter->escape, 1);
}

static void ignore_message(j_common_ptr common, int level) {
  (void)common, (void)level;
}

/* libjpeg leaves by longjmp: what a step owns is in the cutter. */
static bool run_guarded(jpeg_cutter *cutter, void (*step)(jpeg_cutter *)) {
  if (setjmp(cutter->escape) != 0)
    return false;
  step(cutter);
  return true;
}

/* To the left and up, to whole units of blocks. */
static void align_part(jpeg_cutter *cutter) {
  const int across = cutter->in.max_h_samp_factor * DCTSIZE;
  const int down = cutter->in.max_v_samp_factor * DCTSIZE;
  pc_pixels *part = cutter->part;
  part->w += part->x % across;
  part->h += part->y % down;
  part->x -= part->x % across;
  part->y -= part->y % down;
}

static JBLOCKROW get_row(jpeg_cutter *cutter, jvirt_barray_ptr blocks, JDIMENSION row, bool write) {
  struct jpeg_memory_mgr *mem = cutter->in.mem;
  return mem->access_virt_barray((j_common_ptr)&cutter->in, blocks, row, 1, write)[0];
}

/* Blocks of one component move to the upper left corner of their own array. */
static void move_blocks(jpeg_cutter *cutter, jvirt_barray_ptr blocks,
                        const jpeg_component_info *component) {
  const int across = cutter->in.max_h_samp_factor * DCTSIZE;
  const int down = cutter->in.max_v_samp_factor * DCTSIZE;
  const JDIMENSION left = (JDIMENSION)(cutter->part->x / across * component->h_samp_factor);
  const JDIMENSION top = (JDIMENSION)(cutter->part->y / down * component->v_samp_factor);
  const size_t kept = component->width_in_blocks - left;
  for (JDIMENSION y = 0; y + top < component->height_in_blocks; y++) {
    memcpy(cutter->row, get_row(cutter, blocks, y + top, false) + left, kept * sizeof(JBLOCK));
    memcpy(get_row(cutter, blocks, y, true), cutter->row, kept * sizeof(JBLOCK));
  }
}

static void set_output(jpeg_cutter *cutter) {
  struct jpeg_compress_struct *out = &cutter->out;
  jpeg_copy_critical_parameters(&cutter->in, out);
  out->image_width = (JDIMENSION)cutter->part->w;
  out->image_height = (JDIMENSION)cutter->part->h;
  out->optimize_coding = TRUE;
  /* Whether CMYK is inverted hangs on the marker. */
  if (cutter->in.jpeg_color_space == JCS_CMYK)
    out->write_Adobe_marker = cutter->in.saw_Adobe_marker;
}

static void cut_step(jpeg_cutter *cutter) {
  size_t length;
  const guint8 *data = g_bytes_get_data(cutter->file, &length);
  jpeg_create_decompress(&cutter->in);
  jpeg_create_compress(&cutter->out);
  cutter->in.mem->max_memory_to_use = MAX_MEMORY;
  jpeg_mem_src(&cutter->in, data, length);
  jpeg_mem_dest(&cutter->out, &cutter->data, &cutter->length);
  jpeg_read_header(&cutter->in, TRUE);
  jvirt_barray_ptr *blocks = jpeg_read_coefficients(&cutter->in);
  align_part(cutter);
  for (int i = 0; i < cutter->in.num_components; i++) {
    const jpeg_component_info *component = &cutter->in.comp_info[i];
    g_free(cutter->row);
    cutter->row = g_new(JBLOCK, component->width_in_blocks);
    move_blocks(cutter, blocks[i], component);
  }
  set_output(cutter);
  jpeg_write_coefficients(&cutter->out, blocks);
  jpeg_finish_compress(&cutter->out);
}

GBytes *pc_jpeg_cut(GBytes *file, pc_pixels *part) {
  jpeg_cutter cutter = {.file = file, .part = part};
  cutter.in.err = cutter.out.err = jpeg_std_error(&cutter.errors);
  cutter.in.client_data = cutter.out.client_data = &cutter;
  cutter.errors.error_exit = escape_error;
  cutter.errors.emit_message = ignore_message;
  const bool ok = run_guarded(&cutter, cut_step);
  GBytes *made = ok ? g_bytes_new(cutter.data, cutter.length) : NULL;
  jpeg_destroy_compress(&cutter.out);
  jpeg_destroy_decompress(&cutter.in);
  g_free(cutter.row);
  free(cutter.data);
  return made;
}
