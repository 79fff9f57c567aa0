import 'react';

/** Custom properties may be set through `style`. */
declare module 'react' {
  interface CSSProperties {
    [custom: `--${string}`]: string | number | undefined;
  }
}
