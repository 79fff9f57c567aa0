import styles from './SamplePicture.module.css';

/** A small picture of a sample, by its id; decorative. Made by scripts/sample-pictures.ts. */
export function SamplePicture({ id }: { id: string }) {
  return <img className={styles['picture']} src={`/samples/${id}.svg`} alt="" width={640} height={360} />;
}
