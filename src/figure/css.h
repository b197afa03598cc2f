/* css.h - the little of CSS that must be known of a drawing before it is drawn.  Layer: figure. */
#ifndef PC_FIGURE_CSS_H
#define PC_FIGURE_CSS_H

#include <glib.h>
#include <stdbool.h>

/* What reading meets.  Comments are gone and escapes are characters. */
typedef struct pc_css_visitor {
  void (*declare)(const char *name, const char *value, void *user); /* name in small letters */
  void (*import)(void *user);
  void *user;
} pc_css_visitor;

/* A style sheet, or the declarations of a style attribute.  Rules of @font-face are passed over:
 * nothing is drawn with them. */
void pc_css_read(const char *css, const pc_css_visitor *visitor);

/* The families of a value of font-family, or of the shorthand font; NULL: it names none.  The
 * caller frees them with g_strfreev. */
char **pc_css_split_families(const char *value, bool is_shorthand);

/* The next address in url(...) from *at on, which moves behind it; NULL: no more.  The caller frees
 * it. */
char *pc_css_next_url(const char **at);

#endif
