/** The mark: 娘, drawn. `onRed` is white with red strokes, for the red header. */
export function Mark({ size = 28, onRed = false }: { size?: number; onRed?: boolean }) {
  return (
    <svg className="mark" viewBox="0 0 64 64" style={{ width: size, height: size }} aria-hidden>
      <rect width="64" height="64" rx="17" fill={onRed ? '#fff' : 'var(--union)'} />
      <g fill="none" stroke={onRed ? '#C8161D' : '#fff'} strokeWidth="4.2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M21 14c-1.5 8-4 16-6.5 22c5 2.5 9.5 6 13 11M28 25c-1.5 11-6 18-15.5 24M11 25h18" />
        <path d="M43 11.5v4M35 17.5h16.5v15H35M35 25h16.5M35 17.5V49M35 49l8.5-3.5M53 37l-6.5 4M41.5 33.5c2.5 6.5 6.5 11.5 13 15" />
      </g>
    </svg>
  );
}
