import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { colorOf } from '../../kit/colors';
import { fitText } from '../../kit/fit-text';
import { iconNamed } from '../../kit/icons';
import type { PlannedCard } from './picture-plan';
import styles from './SchemaPicture.module.css';

const [MARGIN, TILE, ICON, NAME_SIZE] = [8, 30, 17, 14];

interface PictureCardProps {
  readonly card: PlannedCard;
  readonly isMarked: boolean;
  readonly onChoose: (name: string) => void;
}

/** A label. What it does when it is pressed, its entry in the list does for the keyboard. */
export const PictureCard = memo(({ card: { label, count, box }, isMarked, onChoose }: PictureCardProps) => {
  const { t } = useTranslation('schemaPanel');
  const Icon = iconNamed(label.style.icon);
  const [middle, left] = [box.height / 2, 2 * MARGIN + TILE];
  const inset = (TILE - ICON) / 2;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a part of a picture
    <g
      className={styles['card']}
      transform={`translate(${box.x} ${box.y})`}
      data-marked={isMarked}
      onClick={() => onChoose(label.name)}
    >
      <title>{label.name}</title>
      <rect className={styles['face']} width={box.width} height={box.height} rx={10} />
      <rect x={MARGIN} y={middle - TILE / 2} width={TILE} height={TILE} rx={6} fill={colorOf(label.style)} />
      <Icon x={MARGIN + inset} y={middle - TILE / 2 + inset} size={ICON} color="#fff" aria-hidden />
      <text className={styles['name']} x={left} y={middle - 9} fontSize={NAME_SIZE}>
        {fitText(label.name, NAME_SIZE, box.width - left - MARGIN)}
      </text>
      <text className={styles['count']} x={left} y={middle + 10}>
        {count === undefined ? '…' : t('nodes', { count })}
      </text>
    </g>
  );
});
