// Small line drawings, 24 by 24.

const SHAPES = {
  handset: 'M6.5 4h3l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5v3a2 2 0 0 1-2.2 2A16 16 0 0 1 4.5 6.2a2 2 0 0 1 2-2.2z',
  desk: 'M3 9h4v9H3zM9 6h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H9zM12 9h6v3h-6zM12 15.5h.01M15 15.5h.01M18 15.5h.01',
  app: 'M5 5h14v10H5zM2 19h20',
  outside: 'M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 18h2',
  hold: 'M9 6v12M15 6v12',
  resume: 'M8 5l11 7-11 7z',
  muted: 'M9.5 5a3 3 0 0 1 5.5 1.5V11M14 14a3 3 0 0 1-5-2.5V9M5.5 11.5a6.5 6.5 0 0 0 10 5M18.5 11.5a6 6 0 0 1-.5 2.5M12 18v3M4 4l16 16',
  queue: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19a6 6 0 0 1 12 0M16 5.3a3 3 0 0 1 0 5.4M17 13.5a6 6 0 0 1 4 5.5',
  missed: 'M4 6l7.5 7.5L20 5M4 11V6h5M5 19h14',
  voicemail: 'M6.5 9a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM17.5 9a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM6.5 16h11',
  loud: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5a2 2 0 0 0 4 0',
  silent: 'M8.5 6.2A6 6 0 0 1 18 11v4M18.5 18h-14L6 16v-5M10 20.5a2 2 0 0 0 4 0M4 4l16 16',
  system: 'M4 5h16v11H4zM9 20h6M12 16v4',
  enlarge: 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7',
  light: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1 1M17.4 17.4l1 1M18.4 5.6l-1 1M6.6 17.4l-1 1',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
};

/** The drawing with this name; it says nothing to those who do not see it. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', SHAPES[name]);
  svg.append(path);
  return svg;
}
