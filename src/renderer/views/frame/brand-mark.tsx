/** The app's sign: a play triangle on its way into a tray. */
export function BrandMark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden>
      <rect width="20" height="20" rx="5" fill="var(--accent-solid)" />
      <path
        d="M5.6 5.2h8.8c.6 0 .9.6.6 1.1l-4.4 6a.75.75 0 0 1-1.2 0L5 6.3c-.3-.5 0-1.1.6-1.1Z"
        fill="#fff"
      />
      <path d="M5.5 15.2h9" stroke="#fff" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
