/* pictures.c - looks at pictures although there is no layout that could show them.  Layer: job. */
#include "job/pictures.h"

#include "figure/image.h"

void pc_pictures_check(const pc_doc *doc, bool allow_outside, pc_diags *diags) {
  for (int i = 0; i < doc->n_pictures; i++) {
    const pc_image_request request = {.folder = doc->folder,
                                      .file = doc->pictures[i].file,
                                      .allow_outside = allow_outside,
                                      .page = doc->pictures[i].page};
    pc_image_free(pc_image_load(&request, diags));
  }
}
