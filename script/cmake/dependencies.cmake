# Libraries by the stage that is their only home (DESIGN: foreign headers have one home).
pkg_check_modules(GLIB REQUIRED IMPORTED_TARGET glib-2.0 gio-2.0)
# Compiled in, not linked.
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo pangoft2 fontconfig harfbuzz harfbuzz-subset freetype2)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo cairo-pdf cairo-svg)
pkg_check_modules(CODECS REQUIRED IMPORTED_TARGET libpng libjpeg libwebp libwebpdemux libdeflate)
pkg_check_modules(LCMS REQUIRED IMPORTED_TARGET lcms2)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
# Graphviz is opened by the first diagram, not linked; the one engine that is used lies in a folder of its own.
pkg_check_modules(GRAPHVIZ REQUIRED libgvc libcgraph)
find_library(GRAPHVIZ_DOT gvplugin_dot_layout PATHS ${GRAPHVIZ_LIBDIR} PATH_SUFFIXES graphviz REQUIRED)
get_filename_component(GRAPHVIZ_FOLDER ${GRAPHVIZ_DOT} DIRECTORY)
file(REAL_PATH ${GRAPHVIZ_DOT} GRAPHVIZ_FILE)
string(REGEX MATCH "libgvplugin_dot_layout\\.so\\.[0-9]+" GRAPHVIZ_ENGINE ${GRAPHVIZ_FILE})
add_library(posterc_graphviz_headers INTERFACE)
target_include_directories(posterc_graphviz_headers SYSTEM INTERFACE ${GRAPHVIZ_INCLUDE_DIRS})
target_compile_definitions(posterc_graphviz_headers INTERFACE
  POSTERC_GRAPHVIZ="${GRAPHVIZ_FOLDER}/${GRAPHVIZ_ENGINE}")
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
# libmicrohttpd is opened by `posterc serve`, not linked.
pkg_check_modules(HTTPD REQUIRED libmicrohttpd)
find_library(HTTPD_LIBRARY microhttpd PATHS ${HTTPD_LIBDIR} REQUIRED)
file(REAL_PATH ${HTTPD_LIBRARY} HTTPD_FILE)
string(REGEX MATCH "libmicrohttpd\\.so\\.[0-9]+" HTTPD_NAME ${HTTPD_FILE})
add_library(posterc_httpd_headers INTERFACE)
target_include_directories(posterc_httpd_headers SYSTEM INTERFACE ${HTTPD_INCLUDE_DIRS})
target_compile_definitions(posterc_httpd_headers INTERFACE POSTERC_HTTPD="${HTTPD_NAME}")

# librsvg is opened by the first SVG, not linked: only its headers are needed.
pkg_check_modules(RSVG REQUIRED librsvg-2.0)
add_library(posterc_rsvg_headers INTERFACE)
target_include_directories(posterc_rsvg_headers SYSTEM INTERFACE ${RSVG_INCLUDE_DIRS})
find_program(GLIB_COMPILE_RESOURCES glib-compile-resources REQUIRED)
