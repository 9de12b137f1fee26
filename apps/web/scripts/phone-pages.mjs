/** While developing, every address below `/m` is the phone's page, as the API serves it. */
export function phonePages() {
  return {
    name: 'changming:phone-pages',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (/^\/m(\/|\?|$)/.test(request.url ?? '')) request.url = '/m.html';
        next();
      });
    },
  };
}
