#!/usr/bin/env python3
arr = []
