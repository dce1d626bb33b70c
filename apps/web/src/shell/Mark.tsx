/** The product's mark: a statement with a seal. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden style={{ flex: 'none' }}>
      <rect width="32" height="32" rx="8" fill="#1f5c49" />
      <path d="M9 10.5h14M9 16h9M9 21.5h5.5" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="21.6" cy="20.6" r="2.6" fill="#9fd3bd" />
    </svg>
  );
}
