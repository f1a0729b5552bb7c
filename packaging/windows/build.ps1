<#
.SYNOPSIS
Builds the installers to hand out, on a Windows machine.
.DESCRIPTION
It takes CPython's own files from the Python 3.11 (64 bit, python.org's) that it runs with. Needs MinGW-w64 (gcc, windres)
on the path and NSIS. Signs the program's files and the installers with signtool when a certificate is named.
.EXAMPLE
packaging\windows\build.ps1 -Python C:\Python311\python.exe -Out dist -Certificate 1234ABCD...
#>
param(
    [string]$Python = "python",
    [string]$Out = "dist",
    [string]$Work = "build",
    [string]$Constraints = "",
    [string]$Certificate = "",
    [string]$Timestamp = "",
    [switch]$Engine
)
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Test-Exit([string]$What) {
    if ($LASTEXITCODE -ne 0) { throw "$What ended with $LASTEXITCODE" }
}

& $Python -c "import sys; sys.exit(sys.version_info[:2] != (3, 11) or sys.maxsize < 2**32)"
Test-Exit "$Python is no 64-bit Python 3.11; it"
foreach ($tool in "gcc", "windres") {
    if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) { throw "$tool is not on the path; install MinGW-w64" }
}

$env:VERIFY_APP_SIGN = ""
if ($Certificate) {
    $signtool = (Get-Command signtool -ErrorAction Stop).Source
    $stamp = if ($Timestamp) { " /tr `"$Timestamp`" /td SHA256" } else { "" }
    # packaging/build runs it on the program's two files and on each installer, with the file's name behind
    $env:VERIFY_APP_SIGN = "`"$signtool`" sign /sha1 $Certificate /fd SHA256$stamp"
}

$parts = @("windows")
if ($Engine) { $parts += "windows-engine" }
$more = @()
if ($Constraints) { $more = @("--constraints", $Constraints) }
& $Python packaging\build @parts --out $Out --work $Work @more
Test-Exit "the build"

# the program as a person gets it: silently installed, tried, removed
$setup = Get-ChildItem $Out -Filter "verify-app-*-setup.exe" | Where-Object Name -NotLike "*-engine-*" | Select-Object -First 1
$place = Join-Path $env:TEMP "verify-app build check"
$done = Start-Process $setup.FullName -ArgumentList "/S /CurrentUser /D=$place" -Wait -PassThru
if ($done.ExitCode -ne 0) { throw "the installer ended with $($done.ExitCode)" }
& (Join-Path $place "bin\verify-app.exe") selftest
Test-Exit "the installed program's self-test"
$done = Start-Process (Join-Path $place "uninstall.exe") -ArgumentList "/S /CurrentUser _?=$place" -Wait -PassThru
if ($done.ExitCode -ne 0) { throw "the uninstaller ended with $($done.ExitCode)" }
