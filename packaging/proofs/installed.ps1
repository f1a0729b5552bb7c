<#
.SYNOPSIS
Installs what was built for Windows and uses it as a person would: self-test, sample, one real window, uninstall.
.EXAMPLE
packaging\proofs\installed.ps1 -Setup dist\verify-app-1.2.3-windows-x86_64-setup.exe -Out proof
#>
param([Parameter(Mandatory)][string]$Setup, [Parameter(Mandatory)][string]$Out)
$ErrorActionPreference = "Stop"

function Test-Exit([string]$What) {
    if ($LASTEXITCODE -ne 0) { throw "$What ended with $LASTEXITCODE" }
}

New-Item -ItemType Directory -Force $Out | Out-Null
$done = Start-Process (Resolve-Path $Setup) -ArgumentList "/S", "/CurrentUser" -Wait -PassThru
if ($done.ExitCode -ne 0) { throw "the installer ended with $($done.ExitCode)" }
$place = Join-Path $env:LOCALAPPDATA "Programs\verify-app"
$command = Join-Path $place "bin\verify-app.exe"
$sample = Join-Path (Resolve-Path $Out) "sample"
& $command selftest
Test-Exit "the self-test"
& $command demo --no-window $sample
Test-Exit "the sample"

# the double click on a project's file
Start-Process (Join-Path $sample "project.verify-app")
$shown = $null
foreach ($try in 1..120) {
    $shown = Get-Process verify-app -ErrorAction SilentlyContinue | Where-Object MainWindowTitle -Like "sample*verify-app"
    if ($shown) { break }
    Start-Sleep -Milliseconds 500
}
if (-not $shown) { throw "no window came" }
Start-Sleep 3

Add-Type -AssemblyName System.Windows.Forms, System.Drawing
$bounds = [System.Windows.Forms.Screen]::PrimaryScreen.Bounds
$picture = New-Object System.Drawing.Bitmap $bounds.Width, $bounds.Height
[System.Drawing.Graphics]::FromImage($picture).CopyFromScreen($bounds.Location, [System.Drawing.Point]::Empty, $bounds.Size)
$picture.Save((Join-Path (Resolve-Path $Out) "window.png"))

$shown | ForEach-Object { $_.CloseMainWindow() | Out-Null }
$shown | Wait-Process -Timeout 60
& $command check $sample
Test-Exit "the check of the record"
$done = Start-Process (Join-Path $place "uninstall.exe") -ArgumentList "/S", "/CurrentUser", "_?=$place" -Wait -PassThru
if ($done.ExitCode -ne 0) { throw "the uninstaller ended with $($done.ExitCode)" }
