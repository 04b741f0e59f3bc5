'use strict';
(() => {
  const root = document.documentElement;
  const files = [...document.querySelectorAll('.file')];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const button = (name) => document.getElementById('do-' + name);

  // Light or dark. A page from a file may have no storage.
  const stored = (write) => {
    try {
      if (write) localStorage.setItem('homelabc-theme', write);
      return localStorage.getItem('homelabc-theme');
    } catch {
      return null;
    }
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const theme = (name) => { root.dataset.theme = name; };
  const chosen = stored();
  if (chosen === 'light' || chosen === 'dark') theme(chosen);
  const switchTheme = () => {
    const isDark = (root.dataset.theme || (dark.matches ? 'dark' : 'light')) === 'dark';
    theme(isDark ? 'light' : 'dark');
    stored(root.dataset.theme);
  };

  // Files: one after the other, folded and unfolded.
  const current = () => files.findIndex((it) => it.contains(document.activeElement));
  const nearest = () => {
    const own = current();
    if (own >= 0) return own;
    const below = files.findIndex((it) => it.getBoundingClientRect().bottom > 80);
    return below < 0 ? files.length - 1 : below - 0.5;
  };
  const go = (step) => {
    if (!files.length) return;
    const from = nearest();
    const to = step > 0 ? Math.floor(from) + 1 : Math.ceil(from) - 1;
    const file = files[Math.min(Math.max(to, 0), files.length - 1)];
    file.scrollIntoView({ block: 'start' });
    file.querySelector('summary').focus({ preventScroll: true });
  };
  const foldOne = () => {
    const file = files[current()];
    if (file) {
      file.open = !file.open;
      file.querySelector('summary').focus();
    }
  };
  const isUnfolded = () => files.every((it) => it.open);
  const label = () => {
    const fold = button('fold');
    fold.querySelector('span').textContent = isUnfolded() ? fold.dataset.fold : fold.dataset.unfold;
  };
  const foldAll = () => {
    const open = !isUnfolded();
    files.forEach((it) => { it.open = open; });
  };
  document.addEventListener('toggle', label, true);

  // Where lines come from.
  const list = document.getElementById('origins');
  const strip = document.getElementById('origin');
  const origins = list ? [...list.children].map((it) => it.textContent) : [];
  let lit = [];
  const show = (cell) => {
    if (!strip) return;
    lit.forEach((it) => it.classList.remove('lit'));
    lit = [];
    const number = cell && cell.dataset.o;
    strip.hidden = !number;
    if (number) {
      strip.textContent = origins[number - 1];
      lit = [...cell.closest('.file').querySelectorAll('[data-o="' + number + '"]')];
      lit.forEach((it) => it.classList.add('lit'));
    }
  };
  const cellOf = (target) =>
    target instanceof Element ? target.closest('td[data-o]') : null;
  document.addEventListener('mouseover', (event) => {
    const cell = cellOf(event.target);
    if (cell || !cellOf(document.activeElement)) show(cell);
  });
  document.addEventListener('focusin', (event) => show(cellOf(event.target)));
  document.addEventListener('click', (event) => {
    const cell = cellOf(event.target);
    if (cell && getSelection().isCollapsed) {
      cell.tabIndex = -1;
      cell.focus({ preventScroll: true });
    }
  });
  const showAll = () => {
    const on = root.classList.toggle('with-origins');
    button('origins').setAttribute('aria-pressed', on);
    if (on && !root.dataset.written) {
      root.dataset.written = 'yes';
      // Said once for lines in a row.
      all('.diff tbody').forEach((body) => {
        const last = {};
        [...body.rows].forEach((row) => [...row.cells].forEach((cell, column) => {
          const number = cell.dataset.o;
          if (cell.className === 'n') return;
          if (number && number !== last[column]) {
            const words = document.createElement('small');
            words.className = 'origin';
            words.textContent = origins[number - 1];
            cell.append(words);
          }
          last[column] = number;
        }));
      });
    }
  };
  const line = (step) => {
    const file = files[current()];
    if (!file || !origins.length) return false;
    const cells = [...file.querySelectorAll('td[data-o]')].filter(
      (it) => it.checkVisibility() && !(it.parentElement.className === '' && it.cellIndex === 1));
    const at = cells.indexOf(cellOf(document.activeElement));
    const next = cells[at < 0 ? (step > 0 ? 0 : -1) : at + step];
    if (!next) return at >= 0;
    next.tabIndex = -1;
    next.focus();
    return true;
  };

  // On paper, what is folded is lost.
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = all('details:not([open]):not(.fold):not(.full)');
    folded.forEach((it) => { it.open = true; });
  });
  addEventListener('afterprint', () => {
    folded.forEach((it) => { it.open = false; });
    folded = [];
  });

  // A link to something folded unfolds it.
  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === 'DETAILS') target.open = true;
  };
  addEventListener('hashchange', reveal);
  reveal();

  const help = document.getElementById('help');
  const keys = {
    n: () => go(1), j: () => go(1), p: () => go(-1), k: () => go(-1),
    x: foldOne, e: foldAll, t: switchTheme,
    o: () => { if (button('origins')) showAll(); },
    '?': () => { if (help.open) help.close(); else help.showModal(); },
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (help.open && event.key !== '?') return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (line(event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
      return;
    }
    const action = Object.hasOwn(keys, event.key) && keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
  [['theme', 't'], ['help', '?'], ['fold', 'e'], ['origins', 'o']].forEach(([name, key]) => {
    if (button(name)) button(name).addEventListener('click', keys[key]);
  });
  label();
  document.querySelector('.tools').hidden = false;
})();
