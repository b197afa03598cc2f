/* pages.c - --sheets and --tiles: the poster on several small pages.  Layer: cli. */
#include "cli/pages.h"

#include <stdio.h>

#include "base/nearest.h"
#include "base/translate.h"
#include "base/units.h"
#include "cli/output.h"

static const double overlap_mm = 10, most_overlap_mm = 40;

static bool check_paper(const char *option, const char *name) {
  pc_um width, height;
  if (name == NULL || pc_paper_find(name, &width, &height))
    return true;
  const char *nearest = pc_nearest(name, pc_paper_names());
  g_autofree char *guess =
      nearest != NULL
          ? g_strdup_printf(_("did you mean '%s'?"), nearest)
          : g_strdup(_("use A0 to A6, B0 to B6 or ISO-B0 to ISO-B6; most printers take A4"));
  fprintf(stderr, _("posterc: --%s: unknown paper '%s'; %s\n"), option, name, guess);
  return false;
}

static bool is_on_paper(pc_unit unit) {
  return unit != PC_UNIT_AUTO && unit != PC_UNIT_EM && unit != PC_UNIT_PERCENT &&
         unit != PC_UNIT_FR && unit != PC_UNIT_NONE;
}

static bool read_overlap(pc_pages_wish *wish, const char *text) {
  pc_length length = {overlap_mm, PC_UNIT_MM};
  const bool is_length = text == NULL || pc_length_parse(text, &length);
  wish->overlap_mm = is_length ? pc_um_to_mm(pc_length_um(length, 0, 0)) : -1;
  const bool is_zero = is_length && length.value == 0 && length.unit == PC_UNIT_NONE;
  if ((is_on_paper(length.unit) || is_zero) && wish->overlap_mm >= 0 &&
      wish->overlap_mm <= most_overlap_mm)
    return true;
  fprintf(stderr, _("posterc: --overlap cannot be '%s'; it is a length from 0mm to 40mm\n"), text);
  return false;
}

static bool fail(const char *message) {
  fprintf(stderr, "posterc: %s\n", _(message));
  return false;
}

bool pc_pages_wish_resolve(pc_pages_wish *wish, const pc_args *args, const pc_target *target) {
  *wish = (pc_pages_wish){args->sheets, args->tiles, overlap_mm};
  if (args->sheets != NULL && args->tiles != NULL)
    return fail("--sheets and --tiles are two ways; choose one of them");
  if (args->overlap != NULL && args->tiles == NULL)
    return fail("--overlap is for --tiles: --tiles A4 --overlap 10mm");
  if (!check_paper("sheets", args->sheets) || !check_paper("tiles", args->tiles) ||
      !read_overlap(wish, args->overlap))
    return false;
  const bool is_many = args->sheets != NULL || args->tiles != NULL;
  if (is_many && target->format != POSTERC_PDF)
    return fail("--sheets and --tiles write several pages, which only pdf can hold");
  return true;
}

bool pc_pages_wish_render(const pc_pages_wish *wish, posterc_job *job, posterc_format format,
                          GByteArray *out) {
  if (wish->sheets != NULL)
    return posterc_job_render_sheets(job, wish->sheets, pc_output_collect, out);
  if (wish->tiles != NULL)
    return posterc_job_render_tiles(job, wish->tiles, wish->overlap_mm, pc_output_collect, out);
  return posterc_job_render(job, format, pc_output_collect, out);
}
