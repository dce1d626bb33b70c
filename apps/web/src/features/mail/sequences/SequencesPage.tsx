export function SequencesPage() {
  return null;
}
