/** Runs commands in the simulator of this page. The parent page sends the commands, and can have any origin. */
import type {Five9Simulator} from '../../src/simulator/element/simulator-element.js';

const {contactCenter} = document.querySelector('five9-simulator') as Five9Simulator;
addEventListener('message', ({data, ports: [port]}: MessageEvent<{command?: [string, unknown[]]} | null>) => {
  if (!data?.command) return;
  const answer = async (): Promise<object> => {
    try {
      return {result: await contactCenter.run(...data.command!)};
    } catch (error) {
      return {error: (error as Error).message};
    }
  };
  void answer().then((content) => port?.postMessage(content));
});
