// Light or dark: as the system says, until somebody chooses; the choice is remembered in this browser.

const choice = document.getElementById('theme');

function apply(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

choice.value = localStorage.getItem('theme') ?? '';
apply(choice.value);
choice.addEventListener('change', () => {
  localStorage.setItem('theme', choice.value);
  apply(choice.value);
});
