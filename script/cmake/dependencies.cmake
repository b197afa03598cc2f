# Libraries by the stage that is their only home (DESIGN: foreign headers have one home).
pkg_check_modules(GLIB REQUIRED IMPORTED_TARGET glib-2.0 gio-2.0)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo pangoft2 fontconfig harfbuzz harfbuzz-subset freetype2)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo cairo-pdf cairo-svg)
pkg_check_modules(CODECS REQUIRED IMPORTED_TARGET libpng libjpeg libwebp libwebpdemux)
pkg_check_modules(LCMS REQUIRED IMPORTED_TARGET lcms2)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(GRAPHVIZ REQUIRED IMPORTED_TARGET libgvc libcgraph)
# The one engine of Graphviz that is used; its plugins lie in a folder of their own.
find_library(GRAPHVIZ_DOT gvplugin_dot_layout PATHS ${GRAPHVIZ_LIBDIR} PATH_SUFFIXES graphviz REQUIRED)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
# librsvg is opened by the first SVG, not linked: only its headers are needed.
pkg_check_modules(RSVG REQUIRED librsvg-2.0)
add_library(posterc_rsvg_headers INTERFACE)
target_include_directories(posterc_rsvg_headers SYSTEM INTERFACE ${RSVG_INCLUDE_DIRS})
find_program(GLIB_COMPILE_RESOURCES glib-compile-resources REQUIRED)
