let sound: AudioContext | undefined;

function tone(hertz: number, from: number, seconds: number): void {
  if (!sound) return;
  const [source, volume] = [sound.createOscillator(), sound.createGain()];
  source.frequency.value = hertz;
  volume.gain.value = 0.2;
  source.connect(volume).connect(sound.destination);
  source.start(sound.currentTime + from);
  source.stop(sound.currentTime + from + seconds);
}

/** Lets hear and feel what came of a scan: one high tone for yes, two low ones for no. A device that cannot stays silent. */
export function signal(good: boolean): void {
  try {
    sound ??= new AudioContext();
    void sound.resume();
    if (good) tone(1_320, 0, 0.12);
    else for (const from of [0, 0.22]) tone(220, from, 0.16);
  } catch {
    // no sound here
  }
  navigator.vibrate?.(good ? 80 : [120, 80, 120]);
}
