export function SearchPalette({ opened }: { opened: boolean }) {
  return opened ? null : null;
}
