/* serve.c - posterc serve POSTER: the poster in a browser, anew whenever a file changes.
 * Layer: cli.
 *
 * Only this machine can ask, and only for the page, the picture and the state.
 */
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

#include "base/resource.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/httpd.h"
#include "cli/output.h"
#include "cli/vigil.h"
#include "cli/work.h"

/* Dots an inch: an A0 poster as wide as a large screen. */
static const double preview_dpi = 60;
static const unsigned usual_port = 8017;

typedef struct serving {
  const pc_args *args;
  GByteArray *page;    /* HTML */
  GByteArray *picture; /* PNG, the last good one */
  GByteArray *state;   /* JSON */
  int version;         /* of the picture */
} serving;

static void set_text(GByteArray *bytes, const char *text) {
  g_byte_array_set_size(bytes, 0);
  g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
}

static void set_state(serving *it, const posterc_job *job, bool is_drawn) {
  char *diagnostics = posterc_job_format_diagnostics_json(job);
  g_autofree char *text =
      g_strdup_printf("{\"version\": %d, \"drawn\": %s, \"diagnostics\": %s}\n", it->version,
                      is_drawn ? "true" : "false", g_strchomp(diagnostics));
  posterc_free(diagnostics);
  set_text(it->state, text);
}

/* One that fails leaves the last picture standing. */
static pc_exit draw(posterc_job *job, void *user) {
  serving *it = user;
  g_autoptr(GByteArray) picture = g_byte_array_new();
  const bool is_drawn = posterc_job_render(job, POSTERC_PNG, pc_output_collect, picture);
  if (is_drawn) {
    GByteArray *before = it->picture;
    it->picture = g_steal_pointer(&picture);
    picture = before;
    it->version++;
  }
  set_state(it, job, is_drawn);
  pc_answer answer;
  pc_answer_init(&answer, it->args, false);
  pc_answer_append(&answer, job);
  return pc_answer_clear(&answer);
}

/* What can be asked for. */
static const struct {
  const char *path, *type;
  size_t offset; /* in serving */
} things[] = {
    {"/", "text/html; charset=utf-8", offsetof(serving, page)},
    {"/poster.png", "image/png", offsetof(serving, picture)},
    {"/state", "application/json", offsetof(serving, state)},
};

static enum MHD_Result send_bytes(struct MHD_Connection *connection, unsigned status,
                                  const char *type, const GByteArray *bytes) {
  struct MHD_Response *response =
      pc_mhd.MHD_create_response_from_buffer(bytes->len, bytes->data, MHD_RESPMEM_MUST_COPY);
  if (response == NULL)
    return MHD_NO;
  pc_mhd.MHD_add_response_header(response, "Content-Type", type);
  pc_mhd.MHD_add_response_header(response, "Cache-Control", "no-store");
  pc_mhd.MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
  enum MHD_Result result = pc_mhd.MHD_queue_response(connection, status, response);
  pc_mhd.MHD_destroy_response(response);
  return result;
}

static enum MHD_Result refuse(struct MHD_Connection *connection, unsigned status) {
  g_autoptr(GByteArray) nothing = g_byte_array_new();
  return send_bytes(connection, status, "text/plain", nothing);
}

/* A page of another site may send a browser here under its own name: only these are answered. */
static bool is_for_us(struct MHD_Connection *connection) {
  static const char *const names[] = {"localhost", "127.0.0.1", NULL};
  const char *host = pc_mhd.MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Host");
  g_autofree char *name = host != NULL ? g_strndup(host, strcspn(host, ":")) : g_strdup("");
  return g_strv_contains(names, name);
}

/* libmicrohttpd calls it once for the head of a request and once for its end, with all of these. */
// NOLINTNEXTLINE(readability-function-size)
static enum MHD_Result answer(void *user, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *length, void **state) {
  static char has_begun;
  (void)version, (void)data, (void)length;
  if (*state == NULL) {
    *state = &has_begun;
    return MHD_YES;
  }
  if (!is_for_us(connection))
    return refuse(connection, MHD_HTTP_FORBIDDEN);
  if (strcmp(method, "GET") != 0)
    return refuse(connection, MHD_HTTP_METHOD_NOT_ALLOWED);
  for (size_t i = 0; i < G_N_ELEMENTS(things); i++) {
    if (strcmp(url, things[i].path) == 0)
      return send_bytes(connection, MHD_HTTP_OK, things[i].type,
                        *(GByteArray **)((char *)user + things[i].offset));
  }
  return refuse(connection, MHD_HTTP_NOT_FOUND);
}

static struct MHD_Daemon *start_daemon(serving *it, unsigned port) {
  const struct sockaddr_in address = {.sin_family = AF_INET,
                                      .sin_port = htons((uint16_t)port),
                                      .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (!pc_httpd_open()) {
    fputs(
        _("posterc: serve wants the library libmicrohttpd: install the package libmicrohttpd12\n"),
        stderr);
    return NULL;
  }
  struct MHD_Daemon *daemon = pc_mhd.MHD_start_daemon(
      MHD_USE_EPOLL, (uint16_t)port, NULL, NULL, answer, it, MHD_OPTION_SOCK_ADDR, &address,
      MHD_OPTION_CONNECTION_TIMEOUT, 30U, MHD_OPTION_CONNECTION_LIMIT, 32U, MHD_OPTION_END);
  if (daemon == NULL)
    fprintf(stderr, _("posterc: port %u cannot be had; choose another: --port %u\n"), port,
            port < 65535 ? port + 1 : usual_port);
  return daemon;
}

/* How long it may be left alone, ms. */
static int find_pause(struct MHD_Daemon *daemon) {
  MHD_UNSIGNED_LONG_LONG ms = 0;
  if (pc_mhd.MHD_get_timeout(daemon, &ms) != MHD_YES)
    return -1;
  return (int)MIN(ms, 60000);
}

static void go_on(serving *it, pc_vigil *vigil, struct MHD_Daemon *daemon) {
  const int queue = pc_mhd.MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
  pc_vigil_event event = PC_VIGIL_CHANGED;
  while (event != PC_VIGIL_OVER) {
    if (event == PC_VIGIL_CHANGED)
      pc_vigil_look(vigil, draw, it);
    pc_mhd.MHD_run(daemon);
    event = pc_vigil_wait(vigil, queue, find_pause(daemon));
  }
}

/* Words of the page, where preview.html says @lang@. */
static const struct {
  const char *mark, *text;
} words[] = {
    /* translators: the language of these messages, as in HTML: en, ja */
    {"@lang@", N_("en")},
    /* translators: between a message and its hint */
    {"@join@", N_("; ")},
    {"@poster@", N_("the poster as it will be printed")},
    {"@kept@", N_("The poster has mistakes: this is how it was before.")},
    {"@ended@", N_("posterc has ended.")},
};

static void init_serving(serving *it, const pc_args *args) {
  *it = (serving){args, g_byte_array_new(), g_byte_array_new(), g_byte_array_new(), 0};
  g_autoptr(GString) page = g_string_new(pc_resource_find("src/cli/preview.html", NULL));
  for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
    g_string_replace(page, words[i].mark, _(words[i].text), 0);
  set_text(it->page, page->str);
}

static void clear_serving(serving *it) {
  g_byte_array_unref(it->page);
  g_byte_array_unref(it->picture);
  g_byte_array_unref(it->state);
}

static bool check_input(const pc_args *args) {
  if (strcmp(g_ptr_array_index(args->inputs, 0), "-") != 0)
    return true;
  fputs(_("posterc: serve wants a file: posterc serve poster.yaml\n"), stderr);
  return false;
}

pc_exit pc_run_serve(const pc_args *args) {
  serving it;
  pc_exit exit = PC_EXIT_DONE;
  pc_args preview = *args;
  preview.dpi = args->dpi > 0 ? args->dpi : preview_dpi;
  const unsigned port = args->port > 0 ? (unsigned)args->port : usual_port;
  if (!check_input(args))
    return PC_EXIT_WRONG_USAGE;
  g_autoptr(pc_vigil) vigil = pc_vigil_new(&preview, &exit);
  if (vigil == NULL)
    return exit;
  init_serving(&it, args);
  struct MHD_Daemon *daemon = start_daemon(&it, port);
  if (daemon != NULL) {
    fprintf(stderr, _("posterc: open http://localhost:%u/ in a browser; Ctrl-C ends\n"), port);
    go_on(&it, vigil, daemon);
    pc_mhd.MHD_stop_daemon(daemon);
  }
  clear_serving(&it);
  return daemon != NULL ? PC_EXIT_DONE : PC_EXIT_FILE;
}
