# One set of flags for every target of ours.
add_library(posterc_flags INTERFACE)
target_compile_options(posterc_flags INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wundef -Wformat=2)
if(POSTERC_WERROR)
  target_compile_options(posterc_flags INTERFACE -Werror)
endif()
if(POSTERC_SANITIZE)
  target_compile_options(posterc_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
    -fno-omit-frame-pointer)
  target_link_options(posterc_flags INTERFACE -fsanitize=address,undefined)
  target_compile_definitions(posterc_flags INTERFACE POSTERC_SANITIZED)
endif()
if(POSTERC_FUZZ)
  target_compile_options(posterc_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
target_include_directories(posterc_flags INTERFACE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include)
target_compile_definitions(posterc_flags INTERFACE _GNU_SOURCE POSTERC_VERSION_TEXT="${PROJECT_VERSION}"
  POSTERC_DATADIR="${CMAKE_INSTALL_FULL_DATADIR}/posterc")
