// Runs before anything is drawn: whoever chose light or dark does not see the other first. The app itself comes later; it
// keeps the choice under this name (src/kit/theme.ts).
try {
  const theme = localStorage.getItem('kumiko.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // The browser keeps nothing for this page: the system's colours it is.
}
