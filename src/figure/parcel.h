/* parcel.h - the data of a stream, held such that libqpdf reads it where it lies.  Layer: figure.
 *
 * libqpdf keeps a copy of what it is handed as bytes, but the streams of another document it reads
 * when it writes them, one after the other: so a parcel is a PDF of one stream, object 1.
 */
#ifndef PC_FIGURE_PARCEL_H
#define PC_FIGURE_PARCEL_H

#include <glib.h>

#define PC_PARCEL_OBJECT 1

GBytes *pc_parcel_new(GBytes *data);
/* The same behind other bytes, from out->len on. */
void pc_parcel_append(GByteArray *out, GBytes *data);

/* A part of the parcel, not a copy.  The caller's. */
GBytes *pc_parcel_data(GBytes *parcel);

#endif
