# libposterc (static for the command and the tests, shared for others), the command, and their installation.
get_property(stages GLOBAL PROPERTY POSTERC_STAGES)
set(objects "")
foreach(stage ${stages})
  list(APPEND objects $<TARGET_OBJECTS:${stage}>)
endforeach()
set(libraries PkgConfig::GLIB PkgConfig::YAML PkgConfig::MD4C PkgConfig::PANGO PkgConfig::CAIRO PkgConfig::CODECS
  PkgConfig::LCMS PkgConfig::QRENCODE PkgConfig::QPDF m)

add_library(posterc_static STATIC ${objects})
target_link_libraries(posterc_static PUBLIC posterc_flags ${libraries})
set_target_properties(posterc_static PROPERTIES OUTPUT_NAME posterc)

if(TARGET pc_job)
  add_library(posterc_shared SHARED ${objects})
  target_link_libraries(posterc_shared PRIVATE posterc_flags ${libraries})
  set_target_properties(posterc_shared PROPERTIES OUTPUT_NAME posterc VERSION ${PROJECT_VERSION} SOVERSION 0)
endif()

if(TARGET pc_cli)
  add_executable(posterc $<TARGET_OBJECTS:pc_cli>)
  target_link_libraries(posterc PRIVATE posterc_static)
  install(TARGETS posterc posterc_shared)
  install(FILES include/posterc.h TYPE INCLUDE)
  configure_file(script/cmake/posterc.pc.in posterc.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/posterc.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
  install(FILES LICENSE docs/licenses/Apache-2.0.txt docs/licenses/Zlib.txt TYPE DOC)
endif()
