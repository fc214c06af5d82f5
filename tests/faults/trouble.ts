import { second } from "../world/moments.ts";
import type { World } from "./world.ts";

/** Crashes, freezes and replaces instances as long as there is work. */
export const trouble = (world: World, everyMs: readonly [number, number], until: number): void => {
  const { time, random, store } = world;
  const next = (): void => {
    if (time.now() > until) return;
    const isBusy = store.queue.left().length > 0 || world.instances.some(({ life }) => store.flyingOn(life) > 0);
    const [instance] = isBusy ? [random.pick(world.instances)] : [];
    if (instance?.life.state === "up" && !instance.stopping()) {
      const how = random.fraction();
      if (how < 0.7) world.crash(instance, random.between(second, 20 * second));
      else if (how < 0.9) {
        instance.freeze();
        time.after(random.between(2 * second, 120 * second), "", () => instance.thaw());
      } else {
        void instance.stop().then(() => {
          world.bury();
          world.start();
        });
      }
    }
    const found = Math.min(store.firstJob(), store.firstDue(world.unreadable), until);
    // A trouble is met soon after its beginning.
    time.after(isBusy ? random.between(...everyMs) : Math.max(0, found - time.now()) + random.between(0, 3 * second), "", next);
  };
  next();
};
