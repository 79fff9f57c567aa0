/** What the person must know of how they stand with this graph, over the canvas. */
import { EndedBanner } from './EndedBanner';
import { HeldBackBanner } from './HeldBackBanner';
import { NearLimits } from './NearLimits';
import { SignInBanner } from './SignInBanner';

export function Banners() {
  return (
    <>
      <EndedBanner />
      <SignInBanner />
      <HeldBackBanner />
      <NearLimits />
    </>
  );
}
