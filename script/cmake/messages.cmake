# Translations travel inside the program as msgfmt makes them, so that no installed locale is needed.
# Included by src/base, whose resources they become; sets message_files, relative to its build folder.
find_program(MSGFMT msgfmt REQUIRED)
file(GLOB catalogues CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/po/*.po)

set(message_files "")
foreach(catalogue ${catalogues})
  get_filename_component(language ${catalogue} NAME_WE)
  add_custom_command(
    OUTPUT po/${language}.mo
    COMMAND ${MSGFMT} --check-format --endianness=little --no-hash -o po/${language}.mo ${catalogue}
    DEPENDS ${catalogue}
    COMMENT "Making the messages in ${language}" VERBATIM)
  list(APPEND message_files po/${language}.mo)
endforeach()
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/po)
