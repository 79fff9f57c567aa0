/** A picture of a sample, by its id, in light or dark; decorative. */
export function SamplePicture({ id }: { id: string }) {
  return (
    <picture>
      <source srcSet={`/samples/${id}-dark.webp`} media="(prefers-color-scheme: dark)" />
      <img
        src={`/samples/${id}.webp`}
        alt=""
        width={640}
        height={360}
        style={{ width: '100%', height: 'auto', display: 'block' }}
      />
    </picture>
  );
}
