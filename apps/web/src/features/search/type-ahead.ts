let typed = '';

/** Notes what is typed before the palette's input has the focus: opening takes a moment, and no letter may be lost. */
function note(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Backspace') typed = typed.slice(0, -1);
  else if (event.key.length === 1) typed += event.key;
  else return;
  event.preventDefault();
}

/** From now on typing belongs to the palette. */
export function beginTypeAhead(): void {
  typed = '';
  window.addEventListener('keydown', note, true);
}

/** The palette's input has the focus, or the palette is closed. Returns what was typed so far. */
export function endTypeAhead(): string {
  window.removeEventListener('keydown', note, true);
  const words = typed;
  typed = '';
  return words;
}
