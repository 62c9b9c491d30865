
// The theme, the sheet on a small screen, and the start.
const theme = document.getElementById('theme');

function applyTheme() {
  document.documentElement.dataset.theme = theme.querySelector('input:checked').value;
}
theme.addEventListener('change', applyTheme);

// Headings stay below the bar, however high it is.
const bar = document.querySelector('.bar');

function measureBar() {
  document.documentElement.style.setProperty('--bar', bar.offsetHeight + 'px');
}
measureBar();
new ResizeObserver(measureBar).observe(bar);

// On a small screen the builder is a sheet at the bottom, which this opens and closes.
const sheet = document.getElementById('sheet');
const isNarrow = matchMedia('(max-width: 70rem)');

function openSheet(isOpen) {
  builder.classList.toggle('is-open', isOpen);
  sheet.setAttribute('aria-expanded', String(isOpen));
  sheet.textContent = isOpen ? 'Hide' : 'Show';
}
sheet.addEventListener('click', () => openSheet(!builder.classList.contains('is-open')));
builder.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && isNarrow.matches && builder.classList.contains('is-open')) {
    openSheet(false);
    sheet.focus();
  }
});
// A row that the builder names lies behind the open sheet.
builder.addEventListener('click', (event) => event.target.closest('a') && openSheet(false));
document.querySelector('nav').addEventListener('click', (event) => event.target.hash === '#builder' && openSheet(true));

applyTheme();
showExample();
// The address says what is chosen, whatever the browser remembers of an earlier visit.
document.querySelectorAll('#main input:checked').forEach((box) => {
  box.checked = false;
});
if (location.hash.startsWith(CHOICES)) {
  recall();
}
changed();
search();
reveal();
