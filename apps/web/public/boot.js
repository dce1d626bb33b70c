/* Runs before the first paint, as a file of its own so that the content security policy needs no inline script:
   sets the colour scheme and the page language that were last in use, so that nothing flashes. */
(function () {
  var root = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var theme = read('seloste.theme');
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.querySelector('meta[name="theme-color"]').setAttribute('content', dark ? '#151412' : '#f7f6f3');
  var language = read('seloste.language') || (window.navigator.language || 'fi').slice(0, 2);
  root.lang = ['fi', 'sv', 'en'].indexOf(language) >= 0 ? language : 'en';
})();
