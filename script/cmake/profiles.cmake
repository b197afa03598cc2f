# ICC profiles that travel inside the program: FOGRA39 for CMYK, made from its measurements, and sRGB.
# Included by src/base, whose resources they become; sets profile_files, relative to its build folder.
find_program(COLPROF colprof REQUIRED)
find_path(ICC_PROFILES_FREE FOGRA39L.ti3 PATHS /usr/share/color/icc /usr/local/share/color/icc REQUIRED)

set(profile_files profiles/fogra39.icc profiles/srgb.icc)
add_custom_command(
  OUTPUT profiles/fogra39.icc
  COMMAND ${PROJECT_SOURCE_DIR}/script/make-profile ${ICC_PROFILES_FREE}/FOGRA39L.ti3
    ${CMAKE_CURRENT_BINARY_DIR}/profiles/fogra39.icc
  DEPENDS ${PROJECT_SOURCE_DIR}/script/make-profile ${ICC_PROFILES_FREE}/FOGRA39L.ti3
  COMMENT "Making the profile of FOGRA39" VERBATIM)
add_custom_command(
  OUTPUT profiles/srgb.icc
  COMMAND ${CMAKE_COMMAND} -E copy ${ICC_PROFILES_FREE}/sRGB.icc profiles/srgb.icc
  DEPENDS ${ICC_PROFILES_FREE}/sRGB.icc
  VERBATIM)
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/profiles)
