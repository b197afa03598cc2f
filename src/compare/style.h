/* style.h - how the report looks in a browser and on paper.  Layer: compare. */
#ifndef PC_COMPARE_STYLE_H
#define PC_COMPARE_STYLE_H

extern const char pc_report_style[];

#endif
