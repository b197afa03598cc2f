/* date.h - a day and a time that were asked for, as text.  Layer: base. */
#ifndef PC_BASE_DATE_H
#define PC_BASE_DATE_H

#include <glib.h>

/* UTC in GDateTime's notation; NULL where seconds since 1970 are less than 0: no date.  The caller
 * frees it. */
static inline char *pc_date_format(gint64 seconds, const char *format) {
  g_autoptr(GDateTime) time = seconds >= 0 ? g_date_time_new_from_unix_utc(seconds) : NULL;
  return time != NULL ? g_date_time_format(time, format) : NULL;
}

#endif
