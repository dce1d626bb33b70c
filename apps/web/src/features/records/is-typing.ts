/** Whether the key goes into a field or a floating layer, so that single-letter shortcuts must keep still. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  return (
    !!target &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      !!target.closest('[role="dialog"], [role="menu"], [role="listbox"]'))
  );
}
