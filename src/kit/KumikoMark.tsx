/** The mark: an asanoha (hemp-leaf) cell, the best known of kumiko patterns. Decorative. */
export function KumikoMark({ size = 24 }: { size?: number }) {
  const arms = [0, 60, 120, 180, 240, 300];
  return (
    <svg width={size} height={size} viewBox="-50 -50 100 100" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round">
        <polygon points="0,-46 39.8,-23 39.8,23 0,46 -39.8,23 -39.8,-23" />
        {arms.map((angle) => (
          <path key={angle} d="M0 0V-46M0 -46L13.3 -23L39.8 -23M13.3 -23L0 0" transform={`rotate(${angle})`} />
        ))}
      </g>
    </svg>
  );
}
