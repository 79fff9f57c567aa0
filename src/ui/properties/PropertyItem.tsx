/** A property in the list of its label or edge type: pressed, it opens to be changed. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ElementType, PropertyDefinition } from '../../shared/graph/model';
import styles from './PropertyList.module.css';
import { PropertySettings } from './PropertySettings';

interface PropertyItemProps {
  readonly on: 'node' | 'edge';
  readonly type: ElementType;
  readonly property: PropertyDefinition;
  readonly isOpen: boolean;
  /** The keyboard comes here when it is first drawn. */
  readonly focusFirst: boolean;
  readonly onToggle: () => void;
  readonly onRename: (name: string) => void;
}

export function PropertyItem({ on, type, property, isOpen, focusFirst, onToggle, onRename }: PropertyItemProps) {
  const { t } = useTranslation('inspector');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focusFirst) button.current?.focus();
  }, [focusFirst]);
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <li>
      <button ref={button} type="button" className={styles['property']} aria-expanded={isOpen} onClick={onToggle}>
        <Arrow size={14} aria-hidden />
        <bdi className={styles['name']}>{property.name}</bdi>
        <span className={styles['type']}>{t(`types.${property.type}`)}</span>
      </button>
      {isOpen && <PropertySettings on={on} type={type} property={property} onRename={onRename} />}
    </li>
  );
}
