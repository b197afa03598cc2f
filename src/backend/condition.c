/* condition.c - finds and checks the output profile (PRINT section 2.5).  Layer: backend. */
#include "backend/condition.h"

#include <lcms2.h>
#include <string.h>

#include "base/resource.h"
#include "base/translate.h"
#include "doc/attached.h"

#define SHIPPED_NAME "fogra39"
#define SHIPPED_IDENTIFIER "FOGRA39"
#define SHIPPED_INFO "Coated FOGRA39 (ISO 12647-2:2004)"
/* The registry of characterization data that knows FOGRA39. */
#define ICC_REGISTRY "http://www.color.org"

/* Large profiles of print shops have some 3 MB. */
#define MAX_MIB 16
/* Longer descriptions are cut. */
#define MAX_INFO 120
/* PDF's word for a condition that stands in no registry (ISO 32000-1, 14.11.5). */
#define NAMELESS "Custom"

#define ASK_HINT "ask the print shop for its CMYK profile, or write " SHIPPED_NAME

/* ICC.1:2010, 7.2: the header, and where in it things stand. */
enum {
  HEADER_SIZE = 128,
  SIZE_AT = 0,
  VERSION_AT = 8,
  CLASS_AT = 12,
  SPACE_AT = 16,
  SIGNATURE_AT = 36,
};
/* ICC 5 came after every version of PDF/X. */
#define LAST_VERSION 4

static const struct {
  char signature[5];
  const char *what;
} other_classes[] = {
    {"mntr", "is a profile for screens"},
    {"scnr", "is a profile for cameras and scanners"},
    {"spac", "is a profile for exchanging pictures"},
    {"link", "joins two devices and describes none"},
    {"abst", "describes an effect, not a printing press"},
    {"nmcl", "is a list of special inks"},
};

static guint32 read_word(const guint8 *bytes) {
  return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 | bytes[3];
}

static bool has_signature(const guint8 *header, int at, const char *signature) {
  return memcmp(header + at, signature, 4) == 0;
}

static const char *find_wrong_class(const guint8 *header) {
  if (has_signature(header, CLASS_AT, "prtr"))
    return NULL;
  for (size_t i = 0; i < G_N_ELEMENTS(other_classes); i++)
    if (has_signature(header, CLASS_AT, other_classes[i].signature))
      return other_classes[i].what;
  return "is not a profile for printing";
}

/* What is wrong with a file, or NULL. */
static const char *find_fault(const guint8 *bytes, size_t length) {
  if (length <= HEADER_SIZE || !has_signature(bytes, SIGNATURE_AT, "acsp"))
    return "is not an ICC colour profile";
  const char *wrong_class = find_wrong_class(bytes);
  if (wrong_class != NULL)
    return wrong_class;
  if (!has_signature(bytes, SPACE_AT, "CMYK"))
    return "is a profile for printers whose inks are not CMYK";
  if (bytes[VERSION_AT] > LAST_VERSION)
    return "is an ICC profile of a version that print files cannot carry, 5 or later";
  if (read_word(bytes + SIZE_AT) <= HEADER_SIZE || read_word(bytes + SIZE_AT) > length)
    return "is cut off";
  return NULL;
}

static void report_fault(const pc_print *print, const char *fault, pc_diags *diags) {
  PC_REPORT_HINT(diags, pc_attached_place(print->profile), PC_BAD_VALUE, ASK_HINT, "'%s' %s",
                 print->profile.text, _(fault));
}

/* One line of printable characters; the caller frees it. */
static char *clean_words(const wchar_t *words) {
  GString *out = g_string_new(NULL);
  for (int i = 0; i < MAX_INFO && words[i] != L'\0'; i++) {
    gunichar letter = (gunichar)words[i];
    if (g_unichar_validate(letter) && g_unichar_isprint(letter))
      g_string_append_unichar(out, letter);
  }
  return g_strstrip(g_string_free(out, FALSE));
}

/* What a profile calls itself; the caller frees it. */
static char *read_description(GBytes *profile) {
  size_t length;
  const void *bytes = g_bytes_get_data(profile, &length);
  wchar_t words[MAX_INFO + 1] = L"";
  cmsHPROFILE opened = cmsOpenProfileFromMem(bytes, (cmsUInt32Number)length);
  if (opened != NULL) {
    cmsGetProfileInfo(opened, cmsInfoDescription, "en", "US", words, sizeof words);
    cmsCloseProfile(opened);
  }
  words[MAX_INFO] = L'\0';
  g_autofree char *description = clean_words(words);
  return description[0] != '\0' ? g_steal_pointer(&description) : g_strdup(NAMELESS);
}

/* A word without dot or slash is the name of a condition, not of a file. */
static bool is_file_name(const char *text) {
  return strpbrk(text, "./\\") != NULL;
}

static GBytes *read_profile(const pc_print *print, const char *folder, bool allow_outside,
                            pc_diags *diags) {
  static const pc_attached_kind kind = {MAX_MIB, "name an ICC profile", ASK_HINT};
  if (!is_file_name(print->profile.text)) {
    PC_REPORT_HINT(diags, pc_attached_place(print->profile), PC_BAD_VALUE,
                   "write " SHIPPED_NAME ", or the name of an ICC file, such as press.icc",
                   "posterc has no profile of '%s'", print->profile.text);
    return NULL;
  }
  g_autoptr(GBytes) file =
      pc_attached_read_kind(folder, print->profile, allow_outside, &kind, diags);
  if (file == NULL)
    return NULL;
  size_t length;
  const guint8 *bytes = g_bytes_get_data(file, &length);
  const char *fault = find_fault(bytes, length);
  if (fault == NULL)
    return g_bytes_new_from_bytes(file, 0, read_word(bytes + SIZE_AT));
  report_fault(print, fault, diags);
  return NULL;
}

static bool has_condition(const pc_print *print) {
  return print->condition.text != NULL && print->condition.text[0] != '\0';
}

static pc_condition *make_shipped(const pc_print *print, pc_diags *diags) {
  if (has_condition(print) && g_ascii_strcasecmp(print->condition.text, SHIPPED_IDENTIFIER) != 0) {
    PC_REPORT_HINT(diags, pc_attached_place(print->condition), PC_BAD_VALUE,
                   "name the ICC file of this condition in print.profile",
                   "the profile " SHIPPED_NAME " is not of the condition '%s'",
                   print->condition.text);
    return NULL;
  }
  size_t length = 0;
  const char *bytes = pc_resource_find("profiles/fogra39.icc", &length);
  g_assert(bytes != NULL);
  pc_condition *condition = g_new0(pc_condition, 1);
  condition->identifier = g_strdup(SHIPPED_IDENTIFIER);
  condition->registry = ICC_REGISTRY;
  condition->info = g_strdup(SHIPPED_INFO);
  condition->profile = g_bytes_new_static(bytes, length);
  condition->press = pc_press_new(condition->profile);
  g_assert(condition->press != NULL);
  return condition;
}

static pc_condition *make_from_file(const pc_print *print, const char *folder, bool allow_outside,
                                    pc_diags *diags) {
  g_autoptr(pc_condition) condition = g_new0(pc_condition, 1);
  condition->profile = read_profile(print, folder, allow_outside, diags);
  if (condition->profile == NULL)
    return NULL;
  condition->press = pc_press_new(condition->profile);
  if (condition->press == NULL) {
    report_fault(print, "is damaged", diags);
    return NULL;
  }
  condition->info = read_description(condition->profile);
  condition->identifier = g_strdup(has_condition(print) ? print->condition.text : condition->info);
  return g_steal_pointer(&condition);
}

pc_condition *pc_condition_new(const pc_print *print, const char *folder, bool allow_outside,
                               pc_diags *diags) {
  bool is_shipped = g_ascii_strcasecmp(print->profile.text, SHIPPED_NAME) == 0;
  return is_shipped ? make_shipped(print, diags)
                    : make_from_file(print, folder, allow_outside, diags);
}

void pc_condition_free(pc_condition *condition) {
  if (condition == NULL)
    return;
  g_free(condition->identifier);
  g_free(condition->info);
  g_clear_pointer(&condition->profile, g_bytes_unref);
  pc_press_free(condition->press);
  g_free(condition);
}
