# Libraries by the stage that is their only home (DESIGN: foreign headers have one home).
pkg_check_modules(GLIB REQUIRED IMPORTED_TARGET glib-2.0 gio-2.0)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo pangoft2 fontconfig harfbuzz harfbuzz-subset freetype2)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo cairo-pdf cairo-svg)
pkg_check_modules(CODECS REQUIRED IMPORTED_TARGET libpng libjpeg)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
find_program(GLIB_COMPILE_RESOURCES glib-compile-resources REQUIRED)
