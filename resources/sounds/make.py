#!/usr/bin/env python3
"""Makes the alert sounds: plain sine tones with soft ends, mono, 22.05 kHz, 16 bit."""
import math
import pathlib
import struct
import wave

RATE = 22050


def tone(hertz, seconds, loud=0.55):
    total = int(RATE * seconds)
    ramp = int(RATE * 0.02)
    for i in range(total):
        edge = min(1.0, i / ramp, (total - i) / ramp)
        t = i / RATE
        value = math.sin(2 * math.pi * hertz * t) + 0.25 * math.sin(4 * math.pi * hertz * t)
        yield loud * edge * value / 1.25


def silence(seconds):
    return [0.0] * int(RATE * seconds)


def write(name, parts):
    samples = [s for part in parts for s in part]
    path = pathlib.Path(__file__).with_name(name + ".wav")
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", int(s * 32000)) for s in samples))


write("new", [tone(784, 0.18), silence(0.05), tone(1175, 0.32)])
write("change", [p for _ in range(3) for p in (tone(880, 0.12), silence(0.08))])
write("outage", [tone(196, 0.7, 0.7)])
